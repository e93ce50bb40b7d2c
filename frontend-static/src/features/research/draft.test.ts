import { describe, expect, it } from 'vitest'
import type { NeedCluster } from './api'
import { empty, needsOf, toSave, topicOf } from './draft'

const need = (id: number, city: string) => ({ id, title: `需求${id}`, city })
const cluster = {
  domain: 'solid-state-battery',
  label: { zh: '固态电池', en: 'Solid-state batteries' },
  needs: [need(1, 'hefei'), need(2, 'wuhu'), need(3, 'hefei')],
} as unknown as NeedCluster

describe('a study or a guide that is being written', () => {
  it('makes a topic of what needs have in common, with their cities once', () => {
    const topic = topicOf(cluster, new Set([2]))
    expect(topic?.title).toEqual({ zh: '固态电池', en: 'Solid-state batteries' })
    expect(topic?.needs.map(({ id }) => id)).toEqual([1, 3])
    expect(topic?.cities).toEqual(['hefei'])
    expect(topicOf(cluster, new Set([1, 2, 3]))).toBeNull()
  })

  it('sends authors of the repository by number and others by name, and leaves empty lines out', () => {
    const draft = {
      ...empty('study'),
      authors: [
        { people: [{ id: 7, name: '周砚铭' }], name: 'ignored' },
        { people: [], name: ' 吴示例 ' },
        { people: [], name: ' ' },
      ],
    }
    expect(toSave(draft).authors).toEqual([
      { expert: 7, name: null },
      { expert: null, name: '吴示例' },
    ])
  })

  it('sends of a guide its topics and nothing of a study', () => {
    const topic = topicOf(cluster, new Set())
    const draft = { ...empty('guide'), themes: ['policy'], topics: topic ? [topic] : [] }
    expect(needsOf(draft)).toEqual(new Set([1, 2, 3]))
    const saved = toSave(draft)
    expect(saved.themes).toEqual([])
    expect(saved.topics?.[0]?.needs).toEqual([1, 2, 3])
    expect(saved.topics?.[0]?.key).toBeNull()
  })
})
