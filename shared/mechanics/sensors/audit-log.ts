import type { Turn } from '../../world/turn.ts';
export function auditLog(_: Turn): void {}
