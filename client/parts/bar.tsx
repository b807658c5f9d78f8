/** A plain bar, for the eye; whatever it says stands beside it in words. `share` is 0 to 1. */
export function Bar({
  share,
  kind,
  moving = false,
}: {
  share: number;
  kind: string;
  moving?: boolean;
}) {
  const clamped = Math.min(1, Math.max(0, share));
  return (
    <span class="bar" aria-hidden="true">
      <span
        class={`bar-fill ${kind}${moving ? ' moving' : ''}`}
        style={{ transform: `scaleX(${clamped.toFixed(4)})` }}
      />
    </span>
  );
}
