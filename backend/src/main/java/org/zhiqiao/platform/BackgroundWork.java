package org.zhiqiao.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Work on a thread of its own, from the start of the application to its end. */
public abstract class BackgroundWork implements SmartLifecycle {

	private final Thread.Builder kind;

	private volatile @Nullable Thread thread;

	/** @param kind name and nature of the thread */
	protected BackgroundWork(Thread.Builder kind) {
		this.kind = kind;
	}

	/** Goes on while {@link #isRunning()}. */
	protected abstract void run();

	/**
	 * Ends a pause of {@link #run()}, so that it looks whether to go on. Not by an interrupt: a file that is being written to is
	 * closed by one for good.
	 */
	protected abstract void wake();

	@Override
	public void start() {
		var worker = this.kind.unstarted(this::run);
		this.thread = worker;
		worker.start();
	}

	@Override
	public void stop() {
		var worker = this.thread;
		this.thread = null;
		if (worker != null) {
			wake();
			try {
				worker.join();
			} catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
	}

	@Override
	public boolean isRunning() {
		return this.thread != null;
	}

}
