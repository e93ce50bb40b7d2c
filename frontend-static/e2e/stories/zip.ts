import { readFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'

const CENTRAL = 0x02014b50

/** All texts of the parts of an XLSX file, which is a ZIP archive of XML. */
export function textOfXlsx(file: string): string {
  return [...unzipped(file)]
    .filter(([name]) => name.endsWith('.xml'))
    .map(([, bytes]) => bytes.toString('utf8'))
    .join('\n')
}

/** What a ZIP archive holds, by the names of its entries. */
export function unzipped(file: string): Map<string, Buffer> {
  const bytes = readFileSync(file)
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'))
  if (end < 0) throw new Error(`${file} is no ZIP archive`)
  const parts = new Map<string, Buffer>()
  for (let at = bytes.readUInt32LE(end + 16); bytes.readUInt32LE(at) === CENTRAL;) {
    const size = bytes.readUInt32LE(at + 20)
    const name = bytes.toString('utf8', at + 46, at + 46 + bytes.readUInt16LE(at + 28))
    const local = bytes.readUInt32LE(at + 42)
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const packed = bytes.subarray(from, from + size)
    parts.set(name, bytes.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed))
    at +=
      46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return parts
}
