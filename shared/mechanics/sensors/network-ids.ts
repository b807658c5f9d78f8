import type { Turn } from '../../world/turn.ts';
export function networkSensors(_: Turn): void {}
