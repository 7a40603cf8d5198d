/** Hands a file to the browser to be saved under `name`, as a click on a link to it would. */
export function saveFile(document: Document, content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
