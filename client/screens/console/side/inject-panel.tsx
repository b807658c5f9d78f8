import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Refusal } from '../../../../shared/protocol/refusal.ts';
import type { Injection } from '../../../../shared/protocol/server.ts';
import { useApp } from '../../../app-context.ts';
import { boardsOf } from '../../../state/desk-reading.ts';
import { refusalText } from '../../../state/wording.ts';
import { ActNote } from '../act-note.tsx';
import { useDesk, useDeskState } from '../desk-context.ts';
import { injectionText, worldName } from '../words.ts';

/** Something from outside, put into one world or into all: what could happen there now. */
export function InjectPanel() {
  const { say } = useApp().words;
  const desk = useDesk();
  const state = useDeskState();
  const boards = boardsOf(state);
  /** 0: all of them, of which the first is asked what could happen. */
  const world = useSignal(0);
  const list = useSignal<readonly Injection[] | null>(null);
  const trouble = useSignal<Refusal | null>(null);

  const load = async (): Promise<void> => {
    const asked = world.peek();
    const reply = await desk.injections(asked === 0 ? (boards[0]?.world ?? 1) : asked);
    if (world.peek() !== asked) return;
    list.value = reply.ok ? reply.value : null;
    trouble.value = reply.ok ? null : reply.refusal;
  };
  // What can happen depends on the world: a list of another one would mislead.
  useEffect(() => {
    if (list.peek() !== null) void load();
  }, [world.value]);

  const inject = async (injection: Injection): Promise<void> => {
    const key = `inject ${injection.key}`;
    if (desk.acts.pending.peek().some((pending) => pending.key === key)) return;
    await desk.act(key, { kind: 'inject', world: world.peek(), key: injection.key });
    void load();
  };

  return (
    <section class="side-part" aria-labelledby="inject-title">
      <h3 id="inject-title" class="panel-title">
        {say('ui.console.inject')}
      </h3>
      {boards.length > 1 && (
        <select
          class="select"
          aria-label={say('ui.console.injectInto')}
          value={String(world.value)}
          onChange={(event) => {
            world.value = Number(event.currentTarget.value);
          }}
        >
          <option value="0">{say('ui.console.allTeams')}</option>
          {boards.map((board) => (
            <option key={board.world} value={String(board.world)}>
              {worldName(say, state.session, board.world)}
            </option>
          ))}
        </select>
      )}
      {list.value !== null && (
        <>
          <Group
            title={say('ui.console.events')}
            items={list.value.filter(({ kind }) => kind === 'event')}
            inject={inject}
          />
          <Group
            title={say('ui.console.attackMoves')}
            items={list.value.filter(({ kind }) => kind === 'attack')}
            inject={inject}
          />
          {list.value.length === 0 && <p class="soft">{say('ui.console.noInjections')}</p>}
        </>
      )}
      <button type="button" class="button quiet wide-button" onClick={() => void load()}>
        {say(list.value === null ? 'ui.console.injectLoad' : 'ui.console.injectAgain')}
      </button>
      <p class="form-note" aria-live="polite">
        {trouble.value !== null && refusalText(say, trouble.value, null)}
      </p>
    </section>
  );
}

interface GroupProps {
  readonly title: string;
  readonly items: readonly Injection[];
  readonly inject: (injection: Injection) => Promise<void>;
}

function Group({ title, items, inject }: GroupProps) {
  const { say } = useApp().words;
  const desk = useDesk();
  if (items.length === 0) return null;
  return (
    <fieldset class="injections">
      <legend>{title}</legend>
      {items.map((item) => {
        const key = `inject ${item.key}`;
        const taken = desk.acts.notes.value.some(
          (note) => note.key === key && note.kind === 'taken',
        );
        return (
          <div key={item.key}>
            <button
              type="button"
              class={`injection${taken ? ' taken' : ''}`}
              onClick={() => void inject(item)}
            >
              <span>{injectionText(say, item)}</span>
              {item.kind === 'attack' && (
                <small class={item.sure ? 'good-ink' : ''}>
                  {say(item.sure ? 'ui.console.sure' : 'ui.console.unsure')}
                </small>
              )}
              {taken && <small class="good-ink">✓</small>}
            </button>
            <ActNote of={key} />
          </div>
        );
      })}
    </fieldset>
  );
}
