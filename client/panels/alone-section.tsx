import { useSignal } from '@preact/signals';
import { useApp } from '../app-context.ts';
import type { AloneLink } from '../net/link.ts';
import { addressOf, readSeed } from '../state/page/router.ts';

/** The match as a whole, for one who plays alone: where it came from, and beginning it anew. */
export function AloneSection({ alone }: { alone: AloneLink }) {
  const { words, router, leaving } = useApp();
  const { scenario } = alone;
  const text = useSignal(String(alone.seed));
  const copied = useSignal(false);
  const t = (key: string) => words.say(`ui.help.${key}`);
  const wanted = readSeed(text.value);
  const copy = async (): Promise<void> => {
    const address = addressOf({ name: 'solo', scenario, seed: alone.seed }, location.search);
    const text = new URL(address, location.href).href;
    // A browser may refuse it; the address bar has the same.
    copied.value = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
  };
  return (
    <section>
      <h3 class="panel-title">{t('match')}</h3>
      <form
        class="seed-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (wanted === null) return;
          if (wanted !== alone.seed) router.go({ name: 'solo', scenario, seed: wanted });
          else leaving.ask({ kind: 'restart', goOn: () => alone.restart() });
        }}
      >
        <label for="seed">{t('seed')}</label>
        <input
          id="seed"
          class="input"
          inputMode="numeric"
          autocomplete="off"
          maxLength={10}
          aria-describedby="seed-note"
          aria-invalid={wanted === null}
          value={text.value}
          onInput={(event) => {
            text.value = event.currentTarget.value;
          }}
        />
        <button type="submit" class="button quiet">
          {t(wanted === alone.seed ? 'restart' : 'playSeed')}
        </button>
      </form>
      <p id="seed-note">{t(wanted === null ? 'seedUnfit' : 'seedNote')}</p>
      <div class="sheet-ways">
        {navigator.clipboard !== undefined && (
          <button type="button" class="button quiet" onClick={() => void copy()}>
            {t(copied.value ? 'copied' : 'copy')}
          </button>
        )}
        <FullScreen />
      </div>
    </section>
  );
}

/** The match over the whole screen, where the browser can do that. */
function FullScreen() {
  const { words } = useApp();
  const full = useSignal(document.fullscreenElement !== null);
  if (!document.fullscreenEnabled) return null;
  const toggle = async (): Promise<void> => {
    if (full.value) await document.exitFullscreen();
    else await document.documentElement.requestFullscreen();
    full.value = document.fullscreenElement !== null;
  };
  return (
    <button
      type="button"
      class="button quiet"
      aria-pressed={full.value}
      onClick={() => void toggle()}
    >
      {words.say('ui.help.fullScreen')}
    </button>
  );
}
