import { useSignal } from '@preact/signals';
import type { SessionSettings } from '../../../../shared/protocol/settings.ts';
import { useApp } from '../../../app-context.ts';
import { changesOf } from '../../../state/desk/class-settings.ts';
import { leadingWorld, peopleIn, wouldEnd } from '../../../state/desk/desk-reading.ts';
import { SettingsForm } from '../../host/settings-form.tsx';
import { ActButton, ActNote } from '../act-note.tsx';
import { useDesk, useDeskState } from '../desk-context.ts';
import { Confirm, Dialog } from '../dialog.tsx';
import { MessageDialog } from './message-dialog.tsx';

/** Gives up the seats of all who are not connected, where there are any. */
function ClearDropped() {
  const { say } = useApp().words;
  const desk = useDesk();
  const { session } = useDeskState();
  const asking = useSignal(false);
  const gone = peopleIn(session).filter(({ presence }) => presence === 'dropped');
  if (gone.length === 0) return null;
  return (
    <>
      <button type="button" class="button quiet" onClick={() => (asking.value = true)}>
        {say('ui.console.clearDropped', { count: gone.length })}
      </button>
      {asking.value && (
        <Confirm
          title={say('ui.console.clearSure')}
          body={say('ui.console.clearBody', {
            names: gone.map(({ nickname }) => nickname).join(', '),
          })}
          action={say('ui.console.clearGo')}
          act={() => void desk.act('clear-dropped', { kind: 'clear-dropped' })}
          close={() => (asking.value = false)}
        />
      )}
    </>
  );
}

/** What concerns the whole class: words to it, its door, its settings and its time. */
export function ClassPanel() {
  const { say } = useApp().words;
  const { session, worlds } = useDeskState();
  const { settings, phase, teams } = session;
  const message = useSignal(false);
  const form = useSignal(false);
  const live = phase === 'live';
  const preparing = leadingWorld(worlds)?.phase === 'prepare';
  return (
    <section class="side-part" aria-labelledby="class-title">
      <h3 id="class-title" class="panel-title">
        {say('ui.console.class')}
      </h3>
      <div class="side-buttons">
        <button type="button" class="button quiet" onClick={() => (message.value = true)}>
          {say('ui.console.message')}
        </button>
        <ActButton
          of="lock"
          act={{ kind: 'settings', settings: { locked: !settings.locked } }}
          class={`button quiet${settings.locked ? ' on' : ''}`}
        >
          {say(settings.locked ? 'ui.console.unlock' : 'ui.console.lock')}
        </ActButton>
        {!live && (
          <button type="button" class="button quiet" onClick={() => (form.value = true)}>
            {say('ui.console.settings')}
          </button>
        )}
        {!live && teams.length > 0 && (
          <ActButton act={{ kind: 'share-out' }}>{say('ui.console.shareOut')}</ActButton>
        )}
        {live && (
          <>
            <ActButton of="time" act={{ kind: 'time', minutes: 2 }}>
              {say('ui.console.timeMore')}
            </ActButton>
            <LessTime />
          </>
        )}
        <ActButton
          of="standings"
          act={{ kind: 'settings', settings: { standings: !settings.standings } }}
          class={`button quiet${settings.standings ? ' on' : ''}`}
        >
          {say(settings.standings ? 'ui.console.hideScores' : 'ui.console.showScores')}
        </ActButton>
        <ClearDropped />
        {live && preparing && (
          <ActButton act={{ kind: 'go-live' }}>{say('ui.console.goLive')}</ActButton>
        )}
      </div>
      {['lock', 'share-out', 'time', 'standings', 'go-live', 'settings', 'clear-dropped'].map(
        (key) => (
          <ActNote key={key} of={key} />
        ),
      )}
      {message.value && <MessageDialog close={() => (message.value = false)} />}
      {form.value && <Settings close={() => (form.value = false)} />}
    </section>
  );
}

const FEWER = -2;

/** Takes time away. Where that would leave none, it asks whether the match is to end. */
function LessTime() {
  const { say } = useApp().words;
  const desk = useDesk();
  const { worlds } = useDeskState();
  const asking = useSignal(false);
  if (!wouldEnd(worlds, FEWER)) {
    return (
      <ActButton of="time" act={{ kind: 'time', minutes: FEWER }}>
        {say('ui.console.timeLess')}
      </ActButton>
    );
  }
  return (
    <>
      <button type="button" class="button quiet" onClick={() => (asking.value = true)}>
        {say('ui.console.timeLess')}
      </button>
      {asking.value && (
        <Confirm
          title={say('ui.console.timeEnds')}
          body={say('ui.console.endBody')}
          action={say('ui.console.end')}
          act={() => void desk.act('end', { kind: 'end' })}
          close={() => (asking.value = false)}
        />
      )}
    </>
  );
}

function Settings({ close }: { close: () => void }) {
  const { say } = useApp().words;
  const desk = useDesk();
  const { settings } = useDeskState().session;
  const value = useSignal<SessionSettings>(settings);
  return (
    <Dialog title={say('ui.console.settings')} close={close} wide>
      <SettingsForm value={value} unfolded />
      <div class="dialog-foot">
        <button type="button" class="button quiet" onClick={close}>
          {say('ui.console.cancel')}
        </button>
        <button
          type="button"
          class="button primary"
          onClick={() => {
            const changes = changesOf(settings, value.value);
            if (Object.keys(changes).length > 0) {
              void desk.act('settings', { kind: 'settings', settings: changes });
            }
            close();
          }}
        >
          {say('ui.console.save')}
        </button>
      </div>
    </Dialog>
  );
}
