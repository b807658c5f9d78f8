import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../app-context.ts';
import { Go } from '../../parts/go.tsx';
import { knownClasses } from '../../state/desk/desk-keys.ts';
import { findClass } from '../../state/page/find-class.ts';

/** Classes that were opened in this browser and still are: the way back to their desks. */
export function OwnClasses() {
  const { words, shelf, waiting } = useApp();
  const open = useSignal<readonly string[]>([]);
  useEffect(() => {
    const known = knownClasses(shelf);
    const found = new Set<string>();
    const asked = known.map((code) => {
      const attempt = findClass(code, waiting, () => {});
      void attempt.result.then((is) => {
        if (is) found.add(code);
        open.value = known.filter((one) => found.has(one));
      });
      return attempt;
    });
    return () => {
      for (const { stop } of asked) stop();
    };
  }, [shelf, waiting, open]);
  if (open.value.length === 0) return null;
  return (
    <nav class="others own-classes" aria-label={words.say('ui.landing.ownClasses')}>
      <span aria-hidden="true">{words.say('ui.landing.ownClasses')}</span>
      {open.value.map((code) => (
        <Go key={code} to={{ name: 'console', code }} class="other">
          <b>{code}</b>
        </Go>
      ))}
    </nav>
  );
}
