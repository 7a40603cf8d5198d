export function makeMedia() {
  return {};
}
