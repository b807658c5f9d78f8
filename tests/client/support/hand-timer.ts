/** Timers that go off by hand, and a network that is there or not. */
export function handTimer() {
  let due: { at: number; run: () => void }[] = [];
  let now = 0;
  const waiting = {
    isOnline: true,
    now: (): number => now,
    online: (): boolean => waiting.isOnline,
    after: (ms: number, run: () => void): void => void due.push({ at: now + ms, run }),
    every: (ms: number, run: () => void): (() => void) => {
      let wanted = true;
      const again = (): void =>
        waiting.after(ms, () => {
          if (!wanted) return;
          run();
          again();
        });
      again();
      return () => {
        wanted = false;
      };
    },
    /** Milliseconds go by. */
    pass: (ms: number): void => {
      const until = now + ms;
      for (;;) {
        const [next] = due.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
        if (next === undefined) break;
        due = due.filter((one) => one !== next);
        now = next.at;
        next.run();
      }
      now = until;
    },
  };
  return waiting;
}

export type HandTimer = ReturnType<typeof handTimer>;
