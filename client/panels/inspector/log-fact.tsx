import { playable } from '../../../shared/commands/answers.ts';
import { asks } from '../../../shared/commands/badges.ts';
import type { HostRow } from '../../../shared/view/machine-rows.ts';
import { rowOf } from '../../../shared/view/reading.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import { useApp } from '../../app-context.ts';
import { Fact } from './subject.tsx';

interface LogProps {
  readonly view: BlueView;
  readonly host: HostRow;
  /** Blocks of its disk. */
  readonly all: number;
}

/** Whether what device models of a host log is capped, and how much of its disk that has taken. */
export function LogFact({ view, host, all }: LogProps) {
  const { words } = useApp();
  const blocks = host.logBlocks.length;
  const told = playable(rowOf(view, 'match', 1), 'cap-logs') || !host.logCap;
  if (!told || host.platform === 'native' || host.platform === 'container') return null;
  const key = host.logCap ? 'logsCapped' : blocks > 0 ? 'logsGrown' : 'logsUncapped';
  return (
    <Fact name="deviceLogs" kind={!host.logCap && asks(view, 'logs-grow') ? 'warn' : undefined}>
      {words.say(`ui.inspector.${key}`, { all, blocks })}
    </Fact>
  );
}
