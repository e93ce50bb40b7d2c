export { api, call, download, onProblem, upload, type Answer, type Schema } from './client'
export { asProblem, isAbort, ProblemError, type FieldError, type Problem } from './problem'
export { useLoad, type Load } from './load'
export { send, type Query, type SendOptions } from './send'
