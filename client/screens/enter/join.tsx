import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { format, parse } from '../../../shared/text/rejoin.ts';
import { useApp } from '../../app-context.ts';
import { drawToken } from '../../net/draw-token.ts';
import type { Entry } from '../../net/socket-link.ts';
import type { Trouble } from '../../net/trouble.ts';
import { CodeForm } from '../../parts/code-form.tsx';
import { firstNickname, keepNickname, NicknameField } from '../../parts/nickname-field.tsx';
import { TroubleNote } from '../../parts/waiting.tsx';
import { findClass } from '../../state/page/find-class.ts';
import { readNickname } from '../../state/page/nickname.ts';
import type { WayBack } from '../../state/page/sessions.ts';
import { EnterFrame, type Entering, useEntering } from './enter-frame.tsx';

interface WayProps {
  readonly code: string;
  readonly entering: Entering;
}

/** The ways into a session by its code: back to a seat of this browser, anew, or by rejoin code. */
export function Join({ code }: { code: string }) {
  const entering = useEntering();
  return (
    <EnterFrame>
      <WaysBack code={code} entering={entering} />
      <Known code={code}>
        <JoinForm code={code} entering={entering} />
      </Known>
      {/* A class that is over is still read by those who were there. */}
      <RejoinForm code={code} entering={entering} />
    </EnterFrame>
  );
}

type Found = boolean | { readonly trouble: Trouble | null };

/** Nobody is asked for a name before the server knows the code; a wrong one can be mended here. */
function Known({ code, children }: { code: string; children: ComponentChildren }) {
  const { words, waiting } = useApp();
  const found = useSignal<Found>({ trouble: null });
  useEffect(() => {
    const asked = findClass(code, waiting, (trouble) => {
      found.value = { trouble };
    });
    void asked.result.then((open) => {
      found.value = open;
    });
    return asked.stop;
  }, [code, waiting, found]);

  if (found.value === true) return <>{children}</>;
  if (found.value === false) {
    return (
      <section class="card enter-card">
        <h1>{words.say('ui.enter.unknownTitle', { code })}</h1>
        <CodeForm wrong={code} />
      </section>
    );
  }
  const { trouble } = found.value;
  return (
    <section class="card enter-card" aria-busy="true">
      <h1>{words.say('ui.enter.joinTitle', { code })}</h1>
      {trouble === null ? (
        <p role="status">{words.say('ui.common.codeAsking')}</p>
      ) : (
        <TroubleNote trouble={trouble} />
      )}
    </section>
  );
}

/** What keeps a way in waiting, while it is being taken. */
function Held({ of, entering }: { of: Entry['kind']; entering: Entering }) {
  const { sessions } = useApp();
  const trouble = sessions.trouble.value;
  if (entering.busy.value !== of || trouble === null) return null;
  return <TroubleNote trouble={trouble} again={sessions.retry.value ?? undefined} />;
}

/** Seats that were taken in this browser: whoever sat there goes on instead of joining anew. */
function WaysBack({ code, entering }: WayProps) {
  const { words, sessions } = useApp();
  const ways = useSignal<readonly WayBack[]>([]);
  const { trouble, busy } = entering;
  useEffect(() => {
    let gone = false;
    void sessions.waysBack(code).then((found) => {
      if (!gone) ways.value = found;
    });
    return () => {
      gone = true;
    };
    // After a refusal a seat may be known no more.
  }, [code, trouble.value]);
  const refused = trouble.value?.kind === 'resume' ? trouble.value.text : null;
  if (ways.value.length === 0 && refused === null) return null;
  return (
    <section class="card enter-card ways-back" aria-labelledby="ways-back">
      <h2 id="ways-back" class="panel-title">
        {words.say('ui.enter.backTitle')}
      </h2>
      <ul>
        {ways.value.map((way) => (
          <li key={way.token}>
            <button
              type="button"
              class={`button wide${way.open ? '' : ' primary'}`}
              aria-disabled={busy.value !== null}
              onClick={() => void entering.enter({ kind: 'resume', code, seat: way })}
            >
              {words.say('ui.enter.backTo', { name: way.nickname })}
            </button>
            {way.open && <p class="hint">{words.say('ui.enter.backOpen')}</p>}
          </li>
        ))}
      </ul>
      <div class="form-note" aria-live="polite">
        {refused}
        <Held of="resume" entering={entering} />
      </div>
    </section>
  );
}

function JoinForm({ code, entering }: WayProps) {
  const app = useApp();
  const { say } = app.words;
  const name = useSignal(firstNickname(app));
  const unfit = useSignal(false);
  // One for all tries of this page: whoever presses again after an answer was lost is already in.
  const token = useSignal(drawToken());
  const { busy, trouble } = entering;
  const refused = trouble.value?.kind === 'join' ? trouble.value.text : null;
  const note = unfit.value ? say('ui.common.nicknameUnfit') : refused;

  const join = async (): Promise<void> => {
    const nickname = readNickname(name.value);
    unfit.value = nickname === null;
    if (nickname === null) return;
    const route = app.router.route.peek();
    const ticket = route.name === 'join' ? (route.ticket ?? null) : null;
    const entry = { kind: 'join', code, nickname, ticket, token: token.value } as const;
    if (await entering.enter(entry)) keepNickname(app, nickname);
  };
  return (
    <form
      class="card enter-card"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void join();
      }}
    >
      <h1>{say('ui.enter.joinTitle', { code })}</h1>
      <p class="soft">{say('ui.enter.joinBody')}</p>
      <NicknameField value={name} invalid={note !== null} />
      <div class="form-note" aria-live="polite">
        {note}
        <Held of="join" entering={entering} />
      </div>
      <button type="submit" class="button primary wide" aria-disabled={busy.value !== null}>
        {say(busy.value === 'join' ? 'ui.enter.joining' : 'ui.enter.joinGo')}
      </button>
    </form>
  );
}

function RejoinForm({ code, entering }: WayProps) {
  const { words } = useApp();
  const { say } = words;
  const text = useSignal('');
  const unfit = useSignal(false);
  const { busy, trouble } = entering;
  const refused = trouble.value?.kind === 'rejoin' ? trouble.value.text : null;
  const note = unfit.value ? say('ui.enter.rejoinUnfit') : refused;

  const rejoin = (): void => {
    const parsed = parse(text.value);
    unfit.value = parsed === null;
    if (parsed !== null) void entering.enter({ kind: 'rejoin', code, rejoin: parsed });
  };
  return (
    <details class="rejoin">
      <summary>{say('ui.enter.haveCode')}</summary>
      <form
        class="card enter-card"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          rejoin();
        }}
      >
        <div class="field">
          <label for="rejoin">{say('ui.enter.rejoinLabel')}</label>
          <input
            id="rejoin"
            class="input"
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            maxLength={64}
            aria-describedby="rejoin-hint"
            aria-invalid={note !== null}
            value={text.value}
            onInput={(event) => {
              text.value = event.currentTarget.value;
            }}
          />
          <p id="rejoin-hint" class="hint">
            {say('ui.enter.rejoinHint', {
              example: format([EXAMPLE.first, EXAMPLE.second, 7], words.language.value),
            })}
          </p>
        </div>
        <div class="form-note" aria-live="polite">
          {note}
          <Held of="rejoin" entering={entering} />
        </div>
        <button type="submit" class="button wide" aria-disabled={busy.value !== null}>
          {say(busy.value === 'rejoin' ? 'ui.enter.rejoining' : 'ui.enter.rejoinGo')}
        </button>
      </form>
    </details>
  );
}

/** Words of the example under the field. */
const EXAMPLE = { first: 43, second: 24 } as const;
