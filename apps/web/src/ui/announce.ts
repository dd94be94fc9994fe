/** Says a sentence to screen readers through the page's live region; an equal sentence is said again. */
export function announce(sentence: string): void {
  const region = document.getElementById('live-region');
  if (!region) return;
  region.textContent = '';
  window.setTimeout(() => (region.textContent = sentence), 50);
}
