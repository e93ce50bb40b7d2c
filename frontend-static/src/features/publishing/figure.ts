import { Node } from '@tiptap/core'

/** A picture of the platform with its caption, as the server keeps it: an `img` and a `figcaption` in a `figure`. */
export const Figure = Node.create({
  name: 'figure',
  group: 'block',
  content: 'text*',
  marks: '',
  draggable: true,
  isolating: true,

  addAttributes() {
    return {
      src: { default: '' },
      /** What it shows, for those who do not see it. */
      alt: { default: '' },
    }
  },

  parseHTML() {
    return [
      {
        tag: 'figure',
        getAttrs: (figure) => {
          const image = figure.querySelector('img')
          return image
            ? { src: image.getAttribute('src') ?? '', alt: image.getAttribute('alt') ?? '' }
            : false
        },
        contentElement: (figure) =>
          (figure as HTMLElement).querySelector('figcaption') ??
          document.createElement('figcaption'),
      },
    ]
  },

  renderHTML({ node }) {
    return [
      'figure',
      ['img', { src: node.attrs['src'] as string, alt: node.attrs['alt'] as string }],
      ['figcaption', 0],
    ]
  },
})
