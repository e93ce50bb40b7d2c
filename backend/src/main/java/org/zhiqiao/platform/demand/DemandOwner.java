package org.zhiqiao.platform.demand;

import org.zhiqiao.platform.taxonomy.Bilingual;

/** The organisation whose need it is. */
public record DemandOwner(long id, Bilingual name) {

}
