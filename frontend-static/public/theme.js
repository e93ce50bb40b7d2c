;(function () {
  var root = document.documentElement
  var choice = null
  try {
    choice = localStorage.getItem('zhiqiao.theme')
  } catch {
    // A browser that forbids storage follows the system.
  }
  var dark =
    choice === 'dark' || (choice !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  root.classList.toggle('dark', dark)
})()
