import type { Turn } from '../../world/turn.ts';
export function traffic(_: Turn): void {}
