package org.zhiqiao.platform.demand;

/**
 * A need was closed. Published in the same transaction, so that whatever hangs on the need ends in it.
 *
 * @param demand as it is now, with how it ended
 */
public record DemandClosed(Demand demand) {

}
