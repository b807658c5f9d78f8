export function editRules(..._: unknown[]): void {}
