/**
 * Loaded into every build child by `--import`: the child ends when the server that started it is gone, even by `kill -9`.
 * The channel itself does not keep a finished child alive.
 */
process.on('disconnect', () => process.exit(1))
process.channel?.unref()
