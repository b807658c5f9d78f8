import './talk-menu.css';
import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { CHAT_LENGTH } from '../../../shared/protocol/limits.ts';
import { PHRASES, PINGS } from '../../../shared/protocol/talk.ts';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { Key, useShortcut } from '../../parts/key.tsx';
import { OrderNote } from '../../parts/order-note.tsx';
import { TALK_KEY } from '../../state/page/keys.ts';
import { subjectName } from './subject-name.ts';
import { TALK, useTalkKeys } from './talk-keys.ts';
import { TalkLog } from './talk-log.tsx';

/**
 * What one can tell one's team: to look at what is selected, a ready-made phrase, and where the
 * class may write, a line. Beside it what the team has said.
 */
export function TalkMenu() {
  const { words } = useApp();
  const game = useGame();
  const { link, orders, session, looked } = game;
  const open = useSignal(false);
  /** What is being written: it outlives the menu, until it is said. */
  const draft = useSignal('');
  const shortcut = useShortcut();
  const sheet = useRef<HTMLDivElement>(null);
  const { team } = link;
  const close = (): void => {
    open.value = false;
  };
  useTalkKeys(game, open);
  useEffect(() => {
    if (open.value) sheet.current?.querySelector<HTMLElement>('.say-list button')?.focus();
  }, [open.value]);
  if (team === null) return null;
  const t = (key: string, values = {}) => words.say(`ui.talk.${key}`, values);
  const subject = looked.value;
  return (
    <div class="talk">
      <button
        type="button"
        class="button quiet talk-button"
        aria-expanded={open.value}
        aria-haspopup="dialog"
        aria-keyshortcuts={shortcut(TALK_KEY)}
        onClick={() => {
          open.value = !open.value;
        }}
      >
        {t('title')}
        <Key name={TALK_KEY} />
      </button>
      {open.value && (
        <div
          ref={sheet}
          class="talk-sheet"
          role="dialog"
          aria-label={t('title')}
          onKeyDown={(event) => {
            // From the line that is being written no key reaches the page.
            if (event.key === 'Escape' && !event.isComposing) close();
          }}
        >
          <section>
            <h3 class="panel-title">
              {subject === null
                ? t('nothingSelected')
                : t('pingThat', { place: subjectName(words.say, game, subject) })}
            </h3>
            <ul class="ping-list">
              {PINGS.map((ping, i) => (
                <li key={ping}>
                  <button
                    type="button"
                    class={`button quiet ping ${ping}`}
                    aria-disabled={subject === null}
                    aria-keyshortcuts={shortcut(String(i + 1))}
                    onClick={() => {
                      if (subject === null) return;
                      orders.watch(TALK, team.ping(subject, ping));
                      close();
                    }}
                  >
                    <Key name={String(i + 1)} />
                    {t(`ping.${ping}`)}
                  </button>
                </li>
              ))}
            </ul>
            <ul class="say-list">
              {PHRASES.map((phrase) => (
                <li key={phrase}>
                  <button
                    type="button"
                    class="button quiet"
                    onClick={() => {
                      orders.watch(TALK, team.say(phrase, subject));
                      close();
                    }}
                  >
                    {t(`phrase.${phrase}`)}
                  </button>
                </li>
              ))}
            </ul>
            {session.value?.settings.chat === true && <ChatLine text={draft} />}
            <OrderNote of={TALK} />
          </section>
          <TalkLog />
        </div>
      )}
      {!open.value && <OrderNote of={TALK} />}
    </div>
  );
}

/** A line of one's own. It stays until the team has it: what is refused can be mended. */
function ChatLine({ text }: { text: Signal<string> }) {
  const { words } = useApp();
  const { link, orders } = useGame();
  const { team } = link;
  return (
    <form
      class="chat-line"
      onSubmit={(event) => {
        event.preventDefault();
        const said = text.value.trim();
        if (said === '' || team === null) return;
        const reply = team.chat(said);
        orders.watch(TALK, reply);
        void reply.then(({ ok }) => {
          if (ok && text.peek().trim() === said) text.value = '';
        });
      }}
    >
      <input
        class="input"
        aria-label={words.say('ui.talk.chatLabel')}
        placeholder={words.say('ui.talk.chatHint')}
        autocomplete="off"
        maxLength={CHAT_LENGTH}
        value={text.value}
        onInput={(event) => {
          text.value = event.currentTarget.value;
        }}
      />
      <button type="submit" class="button">
        {words.say('ui.talk.send')}
      </button>
    </form>
  );
}
