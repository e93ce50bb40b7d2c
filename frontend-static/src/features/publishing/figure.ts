import { Node, type Editor } from '@tiptap/core'

/** Whether what is selected has a picture in it; whatever changes the kind of a block would lose it. */
export function touchesFigure(editor: Editor): boolean {
  const { from, to } = editor.state.selection
  let found = false
  editor.state.doc.nodesBetween(from, to, (node) => {
    if (node.type.name === 'figure') found = true
  })
  return found
}

const stays = ({ editor }: { editor: Editor }) => touchesFigure(editor)

/** A picture of the platform with its caption, as the server keeps it: an `img` and a `figcaption` in a `figure`. */
export const Figure = Node.create({
  name: 'figure',
  priority: 1000, // its keys come before those of headings and lists
  group: 'block',
  content: 'text*',
  marks: '',
  draggable: true,
  isolating: true,
  // Typing "## " or "- " in a caption is writing, and what is pasted there is plain text.
  code: true,
  whitespace: 'normal',

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

  addKeyboardShortcuts() {
    return {
      // Out of the caption into a paragraph after the picture.
      Enter: ({ editor }) => {
        const { $from } = editor.state.selection
        if ($from.parent.type.name !== this.name) return false
        const after = $from.after()
        return editor
          .chain()
          .insertContentAt(after, { type: 'paragraph' })
          .setTextSelection(after + 1)
          .run()
      },
      // Deleting backwards ends where the caption begins; the picture goes by its own button.
      Backspace: ({ editor }) => {
        const { $from, empty } = editor.state.selection
        return empty && $from.parent.type.name === this.name && $from.parentOffset === 0
      },
      'Mod-Alt-0': stays,
      'Mod-Alt-2': stays,
      'Mod-Alt-3': stays,
      'Mod-Shift-7': stays,
      'Mod-Shift-8': stays,
      'Mod-Shift-b': stays,
    }
  },
})
