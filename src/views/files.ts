/** Gives the person a text as a file, in the way of their browser. */
export function saveFile(name: string, text: string, type = 'application/json'): void {
  saveBlob(name, new Blob([text], { type }));
}

/** Gives the person octets (a string whose char codes are 0..255) as a file. */
export function saveOctets(name: string, octets: string, type: string): void {
  saveBlob(name, new Blob([Uint8Array.from(octets, (octet) => octet.charCodeAt(0))], { type }));
}

function saveBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
