package org.zhiqiao.platform.change;

/** The follower cannot take any news at the moment, through no fault of the news. */
public final class NotReadyToFollow extends RuntimeException {

	public NotReadyToFollow(Throwable cause) {
		super(cause.getMessage(), cause);
	}

}
