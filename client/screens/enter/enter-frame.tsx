import './enter.css';
import { type Signal, useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useApp } from '../../app-context.ts';
import type { Entry } from '../../net/socket-link.ts';
import { Forgets } from '../../parts/forgets.tsx';
import { PageTop } from '../../parts/page/page-top.tsx';
import { refusalText } from '../../state/match/wording.ts';

/** The page around the ways in. */
export function EnterFrame({ children }: { children: ComponentChildren }) {
  const { words } = useApp();
  return (
    <div class="page">
      <PageTop />
      <main class="enter">
        <Forgets what="seat" />
        {children}
        <p class="hint">{words.say('ui.landing.private')}</p>
      </main>
    </div>
  );
}

/** One way in at a time: whether it is being taken, and what stood in the way of the last. */
export interface Entering {
  /** The kind of way that is being taken, or `null`. */
  readonly busy: Signal<Entry['kind'] | null>;
  readonly trouble: Signal<{ readonly kind: Entry['kind']; readonly text: string } | null>;
  /** Takes it, and goes on to the session. Whether that came about. */
  enter(entry: Entry): Promise<boolean>;
}

export function useEntering(): Entering {
  const { words, router, sessions } = useApp();
  const busy = useSignal<Entry['kind'] | null>(null);
  const trouble: Entering['trouble'] = useSignal(null);
  const isGone = useRef(false);
  useEffect(
    () => () => {
      isGone.current = true;
      // Who has gone elsewhere meanwhile is not led back by an answer that comes late.
      if (busy.peek() !== null) sessions.putAway();
    },
    [sessions, busy],
  );
  return {
    busy,
    trouble,
    enter: async (entry) => {
      if (busy.peek() !== null) return false;
      const { kind } = entry;
      busy.value = kind;
      trouble.value = null;
      const reply = await sessions.enter(entry);
      if (isGone.current) return false;
      busy.value = null;
      if (!reply.ok) {
        const text =
          kind === 'rejoin' && reply.refusal.code === 'session.wrong-key'
            ? words.say('ui.enter.rejoinWrong')
            : refusalText(words.say, reply.refusal, null);
        trouble.value = { kind, text };
        return false;
      }
      // Going back from the lobby should not offer to come in once more.
      router.swap({ name: 'session', code: reply.value.session.code });
      return true;
    },
  };
}
