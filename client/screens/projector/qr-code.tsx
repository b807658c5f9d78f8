import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../app-context.ts';

/** Drawn from its modules, since markup made elsewhere is not let into the page. */
export function QrCode({ text }: { text: string }) {
  const { words } = useApp();
  const drawing = useSignal<{ readonly path: string; readonly size: number } | null>(null);
  useEffect(() => {
    let gone = false;
    void import('qrcode').then((module) => {
      if (gone) return;
      const { modules } = module.create(text, { errorCorrectionLevel: 'M' });
      const dark: string[] = [];
      modules.data.forEach((bit, i) => {
        if (bit) dark.push(`M${i % modules.size} ${Math.trunc(i / modules.size)}h1v1h-1z`);
      });
      drawing.value = { path: dark.join(''), size: modules.size };
    });
    return () => {
      gone = true;
    };
  }, [text, drawing]);
  const drawn = drawing.value;
  if (drawn === null) return <div class="wall-qr" />;
  return (
    <svg
      class="wall-qr"
      viewBox={`-2 -2 ${drawn.size + 4} ${drawn.size + 4}`}
      shape-rendering="crispEdges"
      role="img"
      aria-label={words.say('ui.projector.qr')}
    >
      <path class="wall-qr-dark" d={drawn.path} />
    </svg>
  );
}
