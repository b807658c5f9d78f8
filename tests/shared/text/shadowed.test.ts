import { expect, test } from 'vitest';
import { hardware } from '../../../shared/text/ui/inspector/hardware.ts';
import { management } from '../../../shared/text/ui/inspector/management.ts';
import { ports } from '../../../shared/text/ui/inspector/ports.ts';
import { inspector } from '../../../shared/text/ui/inspector.ts';

test('no part of the inspector’s texts takes the place of another’s', () => {
  const whole: Readonly<Record<string, unknown>> = inspector;
  const shadowed = Object.entries({ hardware, management, ports }).flatMap(([part, texts]) =>
    Object.entries(texts)
      .filter(([key, text]) => whole[key] !== text)
      .map(([key]) => `${part}: ${key}`),
  );
  expect(shadowed).toEqual([]);
});
