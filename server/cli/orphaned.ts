const LOOK_MS = 250;

/**
 * Calls back once when whoever started this process has gone. A signal to `npm start` ends npm and the
 * shell in which npm runs its script, and many a shell passes nothing on: the server would live on
 * with its port.
 */
export function whenOrphaned(run: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    run();
  }, LOOK_MS);
  timer.unref();
}
