// The bars on the back of a book, read from a picture that the device's camera takes. Where the browser cannot read bars, or there is
// no camera, the button stays hidden: the number is typed, or a scanner types it.
(() => {
  const box = document.querySelector('[data-bars]')
  const field = box && document.getElementById(box.dataset.bars)
  if (!field || !('BarcodeDetector' in window)) return
  const picture = box.querySelector('input')
  const said = box.querySelector('[role=status]')
  BarcodeDetector.getSupportedFormats().then(formats => {
    if (formats.includes('ean_13')) box.hidden = false
  })
  picture.addEventListener('change', async () => {
    const [file] = picture.files
    if (!file) return
    said.textContent = ''
    try {
      const bars = await new BarcodeDetector({ formats: ['ean_13'] }).detect(await createImageBitmap(file))
      const book = bars.map(b => b.rawValue).find(n => /^97[89]/.test(n))
      if (book) {
        field.value = book
        field.form.requestSubmit()
        return
      }
    } catch {
      // A picture that cannot be opened has no bars that can be read.
    }
    picture.value = ''
    said.textContent = box.dataset.nothing
  })
})()
