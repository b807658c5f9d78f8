import { useSignal } from '@preact/signals';
import { useApp } from '../app-context.ts';
import type { AloneLink } from '../net/link.ts';
import { CopyButton } from '../parts/copy-button.tsx';
import { readSeed } from '../state/page/router.ts';

/** The match as a whole, for one who plays alone: where it came from, and beginning it anew. */
export function AloneSection({ alone }: { alone: AloneLink }) {
  const { words, router, leaving } = useApp();
  const { scenario } = alone;
  const text = useSignal(String(alone.seed));
  const t = (key: string) => words.say(`ui.help.${key}`);
  const wanted = readSeed(text.value);
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
        <CopyButton
          text={router.link({ name: 'solo', scenario, seed: alone.seed })}
          label={t('copy')}
        />
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
