/**
 * An article with its look written into every element: editors of official accounts on WeChat keep
 * inline styles and nothing else, and cut links to other sites, whose addresses are therefore
 * written out.
 */
const STYLES: Record<string, string> = {
  p: 'margin: 0 0 1em; font-size: 16px; line-height: 1.9; color: #333333; text-align: justify;',
  h2: 'margin: 1.6em 0 0.8em; padding-left: 10px; border-left: 4px solid #1f7262; font-size: 18px; line-height: 1.5; font-weight: bold; color: #1b2b4b;',
  h3: 'margin: 1.2em 0 0.6em; font-size: 16px; line-height: 1.5; font-weight: bold; color: #1b2b4b;',
  blockquote:
    'margin: 1em 0; padding: 10px 16px; border-left: 3px solid #cccccc; background: #f7f7f7; color: #555555;',
  ul: 'margin: 0 0 1em; padding-left: 1.6em; color: #333333;',
  ol: 'margin: 0 0 1em; padding-left: 1.6em; color: #333333;',
  li: 'font-size: 16px; line-height: 1.9;',
  figure: 'margin: 1.2em 0; text-align: center;',
  img: 'max-width: 100%; height: auto; border-radius: 4px;',
  figcaption: 'margin-top: 6px; font-size: 13px; line-height: 1.6; color: #888888;',
  strong: 'font-weight: bold; color: #1b2b4b;',
}

export function styled(html: string, origin: string): string {
  const body = new DOMParser().parseFromString(html, 'text/html').body
  for (const link of body.querySelectorAll('a')) {
    const address = new URL(link.getAttribute('href') ?? '/', origin).href
    const text = link.textContent ?? ''
    link.replaceWith(text.includes(address) ? text : `${text}（${address}）`)
  }
  for (const image of body.querySelectorAll('img')) {
    const src = new URL(image.getAttribute('src') ?? '/', origin).href
    for (const name of image.getAttributeNames()) {
      if (name !== 'alt') image.removeAttribute(name)
    }
    image.setAttribute('src', src)
  }
  for (const caption of body.querySelectorAll('figcaption')) {
    if ((caption.textContent ?? '').trim() === '') caption.remove()
  }
  for (const [name, style] of Object.entries(STYLES)) {
    for (const element of body.querySelectorAll(name)) element.setAttribute('style', style)
  }
  return body.innerHTML
}

/** Puts it on the clipboard, as a page and as plain text. */
export async function copyStyled(title: string, html: string, origin: string): Promise<void> {
  const heading = document.createElement('h1')
  heading.textContent = title
  heading.setAttribute('style', 'margin: 0 0 1em; font-size: 22px; line-height: 1.4;')
  const whole = heading.outerHTML + styled(html, origin)
  const text = new DOMParser().parseFromString(whole, 'text/html').body.textContent ?? ''
  await navigator.clipboard.write([
    new ClipboardItem({
      'text/html': new Blob([whole], { type: 'text/html' }),
      'text/plain': new Blob([text], { type: 'text/plain' }),
    }),
  ])
}
