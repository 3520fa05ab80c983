/** A one-page PDF (ISO 32000-1) with lines of text: the demo's invoices and delivery notes are real files one can open. */
export function makePdf(title: string, lines: string[]): Uint8Array {
  const drawn = [`BT /F1 20 Tf 56 770 Td (${escapeText(title)}) Tj ET`]
  for (const [index, text] of lines.entries())
    drawn.push(`BT /F1 11 Tf 56 ${730 - index * 18} Td (${escapeText(text)}) Tj ET`)
  const content = drawn.join("\n")
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${Buffer.byteLength(content, "latin1")} >>\nstream\n${content}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
  ]
  let file = "%PDF-1.4\n"
  const places = objects.map((object, index) => {
    const place = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const start = file.length
  const table = places.map(place => `${String(place).padStart(10, "0")} 00000 n \n`).join("")
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(file, "latin1")
}

function escapeText(text: string): string {
  return text.replace(/[^\x20-\xff]/g, "?").replace(/[\\()]/g, character => `\\${character}`)
}
