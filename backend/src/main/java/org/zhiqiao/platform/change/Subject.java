package org.zhiqiao.platform.change;

/** One thing that changed. */
public record Subject(SubjectKind kind, long id) {

}
