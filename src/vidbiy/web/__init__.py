"""The pages, the API and the live stream: the record as a public service.

`vidbiy.web.app.create_app` makes the application. Nothing is imported here: tokens are made without a web server.
"""
