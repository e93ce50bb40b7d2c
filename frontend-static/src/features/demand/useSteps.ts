import { ref } from 'vue'
import { useRouter } from 'vue-router'
import { announce } from '@/shared/announce'
import { asProblem, type ProblemError } from '@/shared/api'
import { demandTexts, useDemandWords, type DemandView } from '@/shared/demand'
import { useTexts } from '@/shared/i18n'
import { confirm } from '@/shared/ui'
import { deleteDemand, publishDemand, submitDemand } from './api'
import texts from './texts'

/** The steps of a need that take no more than a question, with what came of them. */
export function useSteps(changed: (demand: DemandView | null) => void) {
  const t = useTexts(texts)
  const shared = useTexts(demandTexts)
  const router = useRouter()
  const { title } = useDemandWords()
  const problem = ref<ProblemError | null>(null)
  const busy = ref(false)

  async function attempt(step: () => Promise<DemandView | null>, told: string): Promise<void> {
    problem.value = null
    busy.value = true
    try {
      changed(await step())
      announce(told)
    } catch (error) {
      problem.value = asProblem(error)
    } finally {
      busy.value = false
    }
  }

  async function submit(demand: DemandView): Promise<void> {
    const question = {
      title: t('do.submitAsk'),
      text: t('do.submitText'),
      action: t('do.submit'),
    }
    if (await confirm(question)) await attempt(() => submitDemand(demand.id), t('do.submitted'))
  }

  async function remove(demand: DemandView): Promise<void> {
    const sure = await confirm({
      title: t('do.deleteAsk'),
      text: t('do.deleteText', { title: title(demand) }),
      action: t('do.delete'),
      danger: true,
    })
    if (!sure) return
    await attempt(async () => {
      await deleteDemand(demand.id)
      sessionStorage.removeItem(`zhiqiao.draft.demand.${demand.id}`)
      return null
    }, t('do.deleted'))
  }

  async function publish(demand: DemandView): Promise<void> {
    const visibility = shared(`confidentiality.${demand.confidentiality ?? 'public'}`)
    const sure = await confirm({
      title: t('do.publishAsk'),
      text: t('do.publishText', { visibility }),
      action: t('do.publish'),
    })
    if (sure) await attempt(() => publishDemand(demand), t('do.published'))
  }

  /** What is published leaves the board while its change is reviewed, so that is asked first. */
  async function edit(demand: DemandView): Promise<void> {
    const sure =
      demand.state !== 'published' ||
      (await confirm({
        title: t('do.editPublishedAsk'),
        text: t('do.editPublishedText'),
        action: t('do.editPublished'),
      }))
    if (sure) await router.push(`/workspace/demands/${demand.id}/edit`)
  }

  return { problem, busy, attempt, submit, remove, publish, edit }
}
