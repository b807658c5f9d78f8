import { dumpOf } from '../../shared/view/dump.ts';
import { useApp } from '../app-context.ts';

/** What somebody read of a tenant's data, byte by byte, with the team's own phrase in it. */
export function Dump({ phrase }: { phrase: string }) {
  const { words } = useApp();
  return (
    <figure class="dump">
      <figcaption>{words.say('ui.match.dump.title')}</figcaption>
      {/* Whoever hears it hears what it says: bytes read aloud say nothing. */}
      <pre aria-hidden="true">
        {dumpOf(phrase)
          .map(({ offset, bytes, letters }) => `${offset} ${bytes.join(' ').padEnd(11)} ${letters}`)
          .join('\n')}
      </pre>
      <p>{words.say('ui.match.dump.says', { phrase })}</p>
    </figure>
  );
}
