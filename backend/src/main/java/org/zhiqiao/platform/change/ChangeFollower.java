package org.zhiqiao.platform.change;

import java.util.List;

/**
 * Is told what changed. Implemented by whoever keeps something derived in step; this module thereby depends on nobody.
 */
public interface ChangeFollower {

	/**
	 * Brings what is derived to the present state of these things. When this returns, the news may be forgotten: the
	 * result must be durable. May be told the same again.
	 *
	 * @throws NotReadyToFollow when nothing can be followed now: the news is kept and counts as no failure
	 */
	void follow(List<Subject> subjects);

}
