package org.zhiqiao.platform.expert;

/** A person had themself erased. Published in the same transaction, so that whoever keeps traces removes them in it. */
public record ExpertErased(long expertId) {

}
