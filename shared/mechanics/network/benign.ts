export function carry(..._: unknown[]): void {}
