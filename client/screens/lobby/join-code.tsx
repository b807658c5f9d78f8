import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../app-context.ts';
import { pathOf } from '../../state/router.ts';

/** Address, code and QR: everything a latecomer at the back of the room needs. */
export function JoinCode({ code }: { code: string }) {
  const { words } = useApp();
  const copied = useSignal(false);
  const link = `${location.origin}${pathOf({ name: 'join', code })}`;
  const [before = '', after = ''] = words
    .say('ui.lobby.address', { address: location.host })
    .split(location.host);
  // Nobody else can reach this page under a name that means "this machine".
  const shareable = !/^(localhost|127\.|\[::1\])/.test(location.host);
  return (
    <section class="join-code">
      <div>
        {shareable && (
          <p class="address">
            {before}
            <b>{location.host}</b>
            {after}
          </p>
        )}
        <p
          class="code"
          role="img"
          aria-label={words.say('ui.lobby.codeSpoken', { code: [...code].join(' ') })}
        >
          {[...code].map((letter, i) => (
            <span key={i} class={/\d/.test(letter) ? 'digit' : ''}>
              {letter}
            </span>
          ))}
        </p>
        {navigator.clipboard !== undefined && (
          <button
            type="button"
            class="button quiet"
            onClick={() => {
              void navigator.clipboard.writeText(link).then(() => {
                copied.value = true;
                setTimeout(() => {
                  copied.value = false;
                }, 2000);
              });
            }}
          >
            {words.say(copied.value ? 'ui.lobby.copied' : 'ui.lobby.copy')}
          </button>
        )}
      </div>
      {shareable && <QrCode text={link} />}
    </section>
  );
}

/** Drawn from its modules, since markup made elsewhere is not let into the page. */
function QrCode({ text }: { text: string }) {
  const { words } = useApp();
  const drawing = useSignal<{ readonly path: string; readonly size: number } | null>(null);
  useEffect(() => {
    void import('qrcode').then((module) => {
      const { modules } = module.create(text, { errorCorrectionLevel: 'M' });
      const dark: string[] = [];
      modules.data.forEach((bit, i) => {
        if (bit) dark.push(`M${i % modules.size} ${Math.trunc(i / modules.size)}h1v1h-1z`);
      });
      drawing.value = { path: dark.join(''), size: modules.size };
    });
  }, [text, drawing]);
  const drawn = drawing.value;
  if (drawn === null) return <div class="qr" />;
  return (
    <svg
      class="qr"
      viewBox={`-2 -2 ${drawn.size + 4} ${drawn.size + 4}`}
      shape-rendering="crispEdges"
      role="img"
      aria-label={words.say('ui.lobby.qr')}
    >
      <path class="qr-dark" d={drawn.path} />
    </svg>
  );
}
