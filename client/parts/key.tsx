/** The key of something that can be pressed; `aria-keyshortcuts` on it says the same. */
export function Key({ name }: { name: string }) {
  return (
    <span class="key" aria-hidden="true">
      {name}
    </span>
  );
}
