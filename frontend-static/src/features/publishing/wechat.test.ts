import { describe, expect, it } from 'vitest'
import { styled } from './wechat'

const html = `<h2>合作经过</h2><p>见<a href="/stories/7" rel="noopener">前一篇</a>和<a href="https://example.org/a">https://example.org/a</a>。</p>
<figure><img src="/api/articles/pictures/k/960" srcset="/api/articles/pictures/k/480 480w" width="960" height="640" loading="lazy" alt="签约现场"><figcaption></figcaption></figure>`

describe('an article for WeChat', () => {
  const body = new DOMParser().parseFromString(
    styled(html, 'https://zhiqiao.example'),
    'text/html',
  ).body

  it('carries its look in every element', () => {
    for (const element of body.querySelectorAll('h2, p, figure, img')) {
      expect(element.getAttribute('style')).toBeTruthy()
    }
  })

  it('writes addresses out, once', () => {
    expect(body.querySelectorAll('a')).toHaveLength(0)
    expect(body.textContent).toContain('前一篇（https://zhiqiao.example/stories/7）')
    expect(body.textContent?.match(/example\.org/g)).toHaveLength(1)
  })

  it('shows pictures from anywhere, in their largest size', () => {
    const image = body.querySelector('img')
    expect(image?.getAttribute('src')).toBe('https://zhiqiao.example/api/articles/pictures/k/960')
    expect(image?.hasAttribute('srcset')).toBe(false)
    expect(image?.getAttribute('alt')).toBe('签约现场')
    expect(body.querySelector('figcaption')).toBeNull()
  })
})
