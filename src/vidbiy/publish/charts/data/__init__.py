"""What a picture is drawn from: plain values, however they were computed.

None is "not known" throughout and is drawn as such, never as zero. Times carry their offset. Nights are named by the date of
their morning.
"""
