import { Editor } from '@tiptap/core'
import StarterKit from '@tiptap/starter-kit'
import { afterEach, describe, expect, it } from 'vitest'
import { Figure, touchesFigure } from './figure'

const HTML =
  '<p>前</p><figure><img src="/api/articles/pictures/k" alt="一座桥"><figcaption>图注</figcaption></figure><p>后</p>'

describe('a picture in the text', () => {
  let editor: Editor
  const open = (html: string) => {
    editor = new Editor({
      element: document.createElement('div'),
      injectCSS: false,
      content: html,
      extensions: [StarterKit, Figure],
    })
  }
  /** Presses a key where the cursor is. */
  const press = (key: string) =>
    editor.view.someProp('handleKeyDown', (handle) =>
      handle(editor.view, new KeyboardEvent('keydown', { key })),
    )
  afterEach(() => editor.destroy())

  it('is written as the server keeps it, also without a caption', () => {
    open(HTML)
    expect(editor.getHTML()).toBe(HTML)
    editor.commands.setContent('<figure><img src="/api/articles/pictures/k" alt=""></figure>')
    expect(editor.getHTML()).toContain(
      '<img src="/api/articles/pictures/k" alt=""><figcaption></figcaption>',
    )
  })

  it('leaves its caption by Enter and stays when the caption is deleted', () => {
    open(HTML)
    editor.commands.setTextSelection(6)
    expect(touchesFigure(editor)).toBe(true)
    press('Enter')
    expect(editor.state.selection.$from.parent.type.name).toBe('paragraph')
    editor.commands.setTextSelection(4)
    press('Backspace')
    expect(editor.getHTML()).toContain('<figure><img')
  })

  it('is known to be among what is selected', () => {
    open(HTML)
    editor.commands.setTextSelection(1)
    expect(touchesFigure(editor)).toBe(false)
    editor.commands.selectAll()
    expect(touchesFigure(editor)).toBe(true)
  })
})
