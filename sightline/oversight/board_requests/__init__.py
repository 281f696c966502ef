"""What boards ask to have looked at more deeply: asked, taken on, answered, accepted.

`steps` alone writes; `standing` says how far a request is; `answers` fetches the figures that an
answer quotes, through the door that all figures go through; `rows` is what one person sees.
"""
