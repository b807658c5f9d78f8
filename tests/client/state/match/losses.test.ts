import { expect, test } from 'vitest';
import { lossPlace, lossText } from '../../../../client/state/match/losses.ts';
import { catalogue } from '../../../../shared/text/catalogue.ts';
import { createSpeaker } from '../../../../shared/text/speak.ts';
import { match } from '../../../../shared/text/ui/match.ts';
import { exists } from '../../../../shared/view/reading.ts';
import type { Loss, LossKind } from '../../../../shared/world/losses.ts';
import { LANGUAGES } from '../../../../shared/world/words.ts';
import { matchAt } from '../../support/view-fixture.ts';

const { view } = matchAt(30);

const losses: readonly Loss[] = Object.keys(match.losses).map((name) => {
  const [why = name] = name.match(/^(leak|takeover|starved|squeezed|exhausted|flooded)/) ?? [];
  const about = why === 'technique' ? 'hvm' : 1;
  return { why: why as LossKind, about, points: 12, open: name.endsWith('-open') };
});

test.each(LANGUAGES)(
  'every cause has its sentence in %s, and names what it is about',
  (language) => {
    const say = createSpeaker(catalogue, language);
    const texts = losses.map((loss) => lossText(say, view, loss));
    expect(new Set(texts).size).toBe(texts.length);
    for (const text of texts) expect(text).not.toMatch(/ui\.|undefined|NaN|[{}]|^ /);
  },
);

test('what a cause points at is there to be looked at, or it points at nothing', () => {
  for (const loss of losses) {
    const place = lossPlace(view, loss);
    if (place !== null) expect(exists(view, place), loss.why).toBe(true);
  }
  expect(lossPlace(view, { why: 'stopped', about: 99, points: 1, open: false })).toBeNull();
});
